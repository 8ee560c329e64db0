module kratix-portal.invalid/real-platform/kratix

go 1.26.0

// Kratix has had no version tag since 2024; this is commit ae170e22 of 2026-08-21.
require github.com/syntasso/kratix v0.125.1-0.20260821082726-ae170e22e974
