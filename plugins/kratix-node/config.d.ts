import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Kratix Portal. */
  kratix?: {
    /**
     * The Kratix control planes to show and order from, one cluster each. May be empty: then nothing is
     * watched.
     */
    platforms?: Array<{
      /** Name of the platform: lower-case letters, digits and inner hyphens, up to 63. Required. */
      name: string;
      /** What people read. Default: the name. */
      title?: string;
      /** Whether every page says that this is a simulated platform. Default: false. */
      sandbox?: boolean;
      /** How to reach the API server: exactly one of these. Required. */
      connection: {
        /** A kubeconfig file. */
        kubeconfig?: {
          /** `~` is the home directory; relative means to the backend's working directory. */
          path: string;
          /** Default: the file's current context. */
          context?: string;
        };
        /** The backend runs in the platform's cluster, with its Pod's service account. */
        inCluster?: boolean;
        /** An address and a service account token. */
        cluster?: {
          /** `https://…`; `http://` only for this machine, or with `skipTLSVerify`. */
          url: string;
          /** Certificate authority: PEM, base64. */
          caData?: string;
          /** Certificate authority: path of a PEM file. */
          caFile?: string;
          /**
           * Token of the service account that watches.
           * @visibility secret
           */
          serviceAccountToken?: string;
          /** Path of a file with the token; read again every minute. */
          serviceAccountTokenFile?: string;
          /** Do not check the certificate. Default: false. */
          skipTLSVerify?: boolean;
        };
        /**
         * A cluster already configured for Backstage's Kubernetes plugin
         * (`kubernetes.clusterLocatorMethods` of type `config`, `authProvider: serviceAccount`).
         */
        kubernetesPlugin?: {
          /** Its name there. */
          cluster: string;
        };
      };
      /**
       * In whose name requests are written: Kubernetes impersonation of the Backstage user and groups
       * (default), the user's own OIDC token, or the service account that watches.
       */
      identity?: 'impersonate' | 'user-token' | 'service-account';
      /** How Backstage's users and groups are called in the cluster's role bindings. */
      impersonation?: {
        /**
         * `ref`: the entity reference, like `user:default/ana` (default). `name`: `ana`, and `partner/ana`
         * for one that is not in the catalog namespace `default`.
         */
        names?: 'ref' | 'name';
        /** Put before each user. Default: nothing. */
        userPrefix?: string;
        /** Put before each group. Default: nothing. */
        groupPrefix?: string;
      };
      /** How orders reach the platform. */
      delivery?: {
        /** `apply`: at once (default). `pull-request`: as a file in a repository, once somebody merged it. */
        mode?: 'apply' | 'pull-request';
        /** Required for `pull-request`. */
        repository?: {
          /**
           * Host of an entry of `integrations`, like `github.com`. Its type (GitHub, GitLab, Gitea, Bitbucket
           * Cloud, Bitbucket Data Center, Azure DevOps) decides how pull requests are opened, and its
           * credentials must be allowed to.
           */
          host: string;
          /**
           * Organization or user; GitLab: the group with its subgroups; Bitbucket: the workspace or the
           * project's key; Azure DevOps: `organization/project`.
           */
          owner: string;
          repo: string;
          /** Folder in the repository. Default: its root. */
          path?: string;
          /** Branch to merge into, without a slash in it. Default: `main`. */
          branch?: string;
        };
      };
      /** How Promises reach this platform from others. Default: the portal brings none. */
      promotion?: {
        /** `pull-request`: as a file in a repository (default). `apply`: at once. */
        mode?: 'pull-request' | 'apply';
        /** Required for `pull-request`: as in `delivery`, which is another one or the same. */
        repository?: {
          host: string;
          owner: string;
          repo: string;
          /** Folder of the Promises: `<path>/<promise>.yaml`. Default: its root. */
          path?: string;
          /** Branch to merge into, without a slash in it. Default: `main`. */
          branch?: string;
        };
      };
      /** Where requests may live: namespaces, with `*` for any part. Default: everywhere. */
      namespaces?: string[];
      /** How the platform appears in the catalog. */
      catalog?: {
        /**
         * Catalog namespace of its entities. Default: `default`; required where several platforms are
         * configured, and different for each.
         */
        namespace?: string;
        /**
         * How entities are named: `portal` (default), so that no two can ever collide, or `ske`, as SKE named
         * them (`redis-promise`, `cache-redis`), so that what refers to those names still finds them.
         */
        naming?: 'portal' | 'ske';
        /** Owner of what names none, as an entity reference. Default: `group:default/unknown`. */
        defaultOwner?: string;
      };
    }>;
    /** How the catalog is fed, for every platform. */
    catalog?: {
      /** Which Promises: `all` (default), or those that opt in by label. */
      select?: 'all' | 'labelled';
      /**
       * Name of this Backstage in SKE's labels (`kratix.io/portal-backstage.<instance>`), for
       * `select: labelled`. Default: only labels without a name count.
       */
      instance?: string;
      /** How often everything is sent again, to heal. Default: every 10 minutes. */
      fullSync?: HumanDuration | string;
      /**
       * Largest share of entities that may be removed at once, above 0 and at most 1; 1 switches this
       * brake off. Default: 0.5.
       */
      removalBrake?: number;
      /** Whether Destinations become entities. Default: false. */
      destinations?: boolean;
    };
    /** When something needs attention on the Kratix page. */
    attention?: {
      /** How long a request may be under way before it counts as stuck. Default: 30 minutes. */
      stuckAfter?: HumanDuration | string;
    };
  };
}
