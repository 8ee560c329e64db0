/**
 * Paths of the fleet below `/api/kratix`.
 * @public
 */
export const fleetPaths = {
  fleet: (reference?: string) =>
    reference ? `/fleet?reference=${encodeURIComponent(reference)}` : '/fleet',
  impact: (ref: { platform: string; promise: string }) =>
    `/promises/${encodeURIComponent(ref.platform)}/${encodeURIComponent(
      ref.promise,
    )}/impact`,
} as const;
