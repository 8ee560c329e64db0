import { buildWebhooks } from './buildWebhooks';

const MANIFEST = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: validating
webhooks:
- name: v.example
  failurePolicy: Fail
  clientConfig:
    service: { name: webhook-service, namespace: system, path: /validate }
`;

describe('buildWebhooks', () => {
  it('aims a webhook at the process and keeps the rest of it', () => {
    const built = buildWebhooks(MANIFEST, {
      url: 'https://127.0.0.1:9443',
      certificateAuthority: 'pem',
    });

    expect(built).toEqual([
      {
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingWebhookConfiguration',
        metadata: { name: 'kratix-validating' },
        webhooks: [
          {
            name: 'v.example',
            failurePolicy: 'Fail',
            clientConfig: {
              url: 'https://127.0.0.1:9443/validate',
              caBundle: 'cGVt',
            },
          },
        ],
      },
    ]);
  });
});
