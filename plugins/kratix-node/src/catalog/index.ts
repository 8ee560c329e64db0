export {
  kratixCatalogExtensionPoint,
  type KratixCatalogExtensionPoint,
} from './kratixCatalogExtensionPoint';
export type * from './KratixEntityTransformer';
