export {
  isPromiseSelected,
  isRequestSelected,
} from '@kratix-portal/backstage-plugin-kratix-common';
