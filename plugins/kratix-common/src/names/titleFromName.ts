/**
 * A readable title from a name that was made for machines: `dbDriver` → `DB driver`,
 * `certificate_mode` → `Certificate mode`, `TestEnvironment` → `Test Environment`. Product names keep
 * their spelling: `PostgreSQL`, `MongoDB`.
 * @public
 */
export function titleFromName(name: string): string {
  const words = name
    .split(/[-_.\s]+/)
    .flatMap(splitCamelCase)
    .filter(word => word.length > 0)
    .map(word =>
      initialisms.has(word.toLowerCase()) ? word.toUpperCase() : word,
    );
  const isKind = /^[A-Z]/.test(name);
  const text = words
    .map((word, index) =>
      index > 0 && !isKind && !isAcronym(word) ? word.toLowerCase() : word,
    )
    .join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Before an upper-case letter that begins a word; within a name that starts in lower case also before an
 * acronym (`apiURL` → `api URL`), but not within a product's name (`MongoDB`).
 */
function splitCamelCase(part: string): string[] {
  const beginsLower = /^[a-z]/.test(part);
  return part
    .replace(/([a-z0-9])([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z]{2,})/g, '$1 $2')
    .replace(/([a-z0-9])([A-Z])/g, beginsLower ? '$1 $2' : '$1$2')
    .split(' ');
}

/** Words that people write in capitals wherever they stand. */
const initialisms = new Set(
  (
    'acl api arn aws cdn cidr cors cpu crd csv db dns fqdn gcp gpu html http https iam id ip json jwt mfa ' +
    'nfs oidc os pdf pvc ram rbac s3 saml sla sql ssd ssh ssl sso tcp tls ttl udp ui uid uri url uuid vm ' +
    'vpc vpn xml yaml'
  ).split(' '),
);

function isAcronym(word: string): boolean {
  return /^[A-Z][A-Z0-9]+s?$/.test(word);
}
