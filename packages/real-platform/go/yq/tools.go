//go:build tools

// Package tools pins the main package that the examples' pipelines call.
package tools

import _ "github.com/mikefarah/yq/v4"
