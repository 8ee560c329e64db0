import { Container, Flex, Link, Text } from '@backstage/ui';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Route, Routes, useParams } from 'react-router-dom';
import {
  fleetStates,
  impactStates,
  platformsStates,
  promiseStates,
  requestStates,
} from '../src/__fixtures__';
import { EntityPromiseCard } from '../src/components/promise';
import { EntityRequestCard } from '../src/components/request';
import { commonStates, incompleteState } from './answerInState';
import { FieldStates } from './FieldStates';
import { devEntities } from './entities';
import { EntityInState } from './EntityInState';
import { tabs } from './tabs';

/** Of those that say themselves what an entity lacks. */
const incomplete = { id: incompleteState, title: 'Annotations missing' };

/**
 * Every card in every state, each on a page of its own, without a cluster.
 */
export function StatesPage() {
  return (
    <Container py="6">
      <Routes>
        <Route path="/" element={<StateList />} />
        <Route path="/fields" element={<FieldStates />} />
        {tabs.map(({ path, of, Content }) => (
          <Route
            key={path}
            path={`/${path}/:state`}
            element={<EntityInState of={of} Content={Content} />}
          />
        ))}
        <Route path="/:entityName" element={<CardInState />} />
      </Routes>
    </Container>
  );
}

function StateList() {
  const requests = requestStates(0).map(({ id, title }) => ({
    href: `/states/request.${id}`,
    title,
  }));
  const promises = promiseStates(0).map(({ id, title }) => ({
    href: `/states/promise.${id}`,
    title,
  }));
  const platforms = platformsStates(0).map(({ id, title }) => ({
    href: `/kratix?state=${id}`,
    title,
  }));
  return (
    <Flex direction="column" gap="6">
      <StateLinks
        title="A request"
        links={[
          ...requests,
          {
            href: '/states/request.incomplete',
            title: 'Annotations missing',
          },
          {
            href: '/catalog/default/resource/request.ready',
            title: 'Ready, on its entity page',
          },
          {
            href: '/catalog/default/resource/request.running',
            title: 'Setting up, on its entity page',
          },
        ]}
      />
      <StateLinks title="A service" links={promises} />
      {tabs.map(({ path, title, states }) => (
        <StateLinks
          key={path}
          title={title}
          links={withIncomplete(states).map(state => ({
            href: `/states/${path}/${state.id}`,
            title: state.title,
          }))}
        />
      ))}
      <StateLinks title="The Kratix page" links={platforms} />
      <StateLinks
        title="All requests"
        links={commonStates
          .filter(({ id }) => id !== incompleteState)
          .map(({ id, title }) => ({
            href: `/kratix/requests?state=${id}`,
            title,
          }))}
      />
      <StateLinks
        title="The fleet"
        links={fleetStates(0).map(({ id, title }) => ({
          href: `/kratix/fleet?state=${id}`,
          title,
        }))}
      />
      <StateLinks
        title="What a change would mean"
        links={impactStates().map(({ id, title }) => ({
          href: `/kratix/fleet/redis?on=prod&with=revision:${id}`,
          title,
        }))}
      />
      <StateLinks
        title="Form fields"
        links={[{ href: '/states/fields', title: 'All fields' }]}
      />
    </Flex>
  );
}

function withIncomplete(
  states: readonly { id: string; title: string }[],
): readonly { id: string; title: string }[] {
  return states.some(({ id }) => id === incompleteState)
    ? states
    : [...states, incomplete];
}

function StateLinks(props: {
  title: string;
  links: readonly { href: string; title: string }[];
}) {
  return (
    <section>
      <Text as="h2" variant="title-small" weight="bold">
        {props.title}
      </Text>
      <ul>
        {props.links.map(({ href, title }) => (
          <li key={href}>
            <Link href={href}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CardInState() {
  const { entityName } = useParams();
  const entity = devEntities.find(
    ({ metadata }) => metadata.name === entityName,
  );
  if (!entity) {
    return <Text>There is no such state.</Text>;
  }
  return (
    <EntityProvider entity={entity}>
      {entity.kind === 'Component' ? (
        <EntityPromiseCard />
      ) : (
        <EntityRequestCard />
      )}
    </EntityProvider>
  );
}
