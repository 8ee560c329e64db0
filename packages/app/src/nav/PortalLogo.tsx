import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    paddingLeft: 22,
  },
  link: { display: 'flex', alignItems: 'center', gap: 14, color: '#fff' },
  name: { fontSize: 18, fontWeight: 600, whiteSpace: 'nowrap' },
});

/** Home: three services stacked on one platform. */
export const PortalLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Kratix Portal: home"
      >
        <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
          <path fill="#5b8def" d="M14 15 26 20.5 14 26 2 20.5Z" />
          <path fill="#8fb4ff" d="M14 8.5 26 14 14 19.5 2 14Z" />
          <path fill="#e4edff" d="M14 2 26 7.5 14 13 2 7.5Z" />
        </svg>
        {isOpen && <span className={classes.name}>Kratix Portal</span>}
      </Link>
    </div>
  );
};
