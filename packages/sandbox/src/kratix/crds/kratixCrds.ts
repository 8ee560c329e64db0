import type { NewKubeObject } from '../../apiserver/cluster';
import { deliveryKinds } from './deliveryKinds';
import { kratixCrd } from './kratixCrd';
import { promiseKinds } from './promiseKinds';
import { requestKinds } from './requestKinds';

/** Every CRD that an installation of Kratix brings. @internal */
export const kratixCrds: readonly NewKubeObject[] = [
  ...promiseKinds,
  ...requestKinds,
  ...deliveryKinds,
].map(kratixCrd);
