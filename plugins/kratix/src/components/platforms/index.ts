export * from './PlatformsPage';
