export * from './DeliveryView';
export * from './EntityDeliveryContent';
