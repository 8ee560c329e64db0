export * from './isKnownWording';
export * from './tell';
export * from './toEnglish';
export * from './Wording';
export * from './WordingKey';
export * from './wordingOf';
export * from './wordings';
export * from './writeWording';
