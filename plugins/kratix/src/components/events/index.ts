export * from './EntityEventsContent';
export * from './EventsView';
