// The oracle: what kube-apiserver's own packages say to schemas and objects.
//
// Reads one case a line, {"schema", "object", "previous"}, and writes it back with the answer: "definition", the errors
// of a CRD with this schema; then, when it has none, "errors" of the object, the fields that are "pruned", and what
// is "stored".
//
// The order of steps is that of pkg/apiserver/customresource_handler.go and
// pkg/registry/customresource/strategy.go of k8s.io/apiextensions-apiserver.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"sort"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	v1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	crdvalidation "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/model"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/cel/common"
)

type line struct {
	Schema     json.RawMessage `json:"schema"`
	Object     json.RawMessage `json:"object"`
	Previous   json.RawMessage `json:"previous,omitempty"`
	Definition []string        `json:"definition"`
	Errors     []string        `json:"errors,omitempty"`
	Pruned     []string        `json:"pruned,omitempty"`
	Stored     any             `json:"stored,omitempty"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		var l line
		must(json.Unmarshal(in.Bytes(), &l))
		answer(&l)
		must(out.Encode(l))
	}
	must(in.Err())
}

func answer(l *line) {
	var external v1.JSONSchemaProps
	must(json.Unmarshal(l.Schema, &external))
	schema := &apiextensions.JSONSchemaProps{}
	must(v1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&external, schema, nil))
	l.Definition = describe(crdvalidation.ValidateCustomResourceDefinition(context.Background(), definitionOf(schema)))
	if len(l.Definition) > 0 {
		return
	}
	structural, err := structuralschema.NewStructural(schema)
	must(err)
	object := decode(l.Object)
	l.Pruned = pruning.PruneWithOptions(object, structural, true, structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	sort.Strings(l.Pruned)
	defaulting.PruneNonNullableNullsWithoutDefaults(object, structural)
	defaulting.Default(object, structural)
	l.Stored = object
	l.Errors = describe(validate(schema, structural, object, decode(l.Previous)))
}

func definitionOf(schema *apiextensions.JSONSchemaProps) *apiextensions.CustomResourceDefinition {
	preserve := false
	return &apiextensions.CustomResourceDefinition{
		ObjectMeta: metav1.ObjectMeta{Name: "things.example.org"},
		Spec: apiextensions.CustomResourceDefinitionSpec{
			Group:                 "example.org",
			Names:                 apiextensions.CustomResourceDefinitionNames{Plural: "things", Singular: "thing", Kind: "Thing", ListKind: "ThingList"},
			Scope:                 apiextensions.NamespaceScoped,
			Versions:              []apiextensions.CustomResourceDefinitionVersion{{Name: "v1", Served: true, Storage: true}},
			PreserveUnknownFields: &preserve,
			Conversion:            &apiextensions.CustomResourceConversion{Strategy: apiextensions.NoneConverter},
			Validation:            &apiextensions.CustomResourceValidation{OpenAPIV3Schema: schema},
		},
		Status: apiextensions.CustomResourceDefinitionStatus{StoredVersions: []string{"v1"}},
	}
}

func validate(schema *apiextensions.JSONSchemaProps, structural *structuralschema.Structural, object, previous map[string]any) field.ErrorList {
	validator, _, err := validation.NewSchemaValidator(schema)
	must(err)
	if previous != nil {
		return validateUpdate(validator, structural, object, previous)
	}
	errs := validation.ValidateCustomResource(nil, object, validator)
	errs = append(errs, objectmeta.Validate(nil, object, structural, false)...)
	errs = append(errs, listtype.ValidateListSetsAndMaps(nil, structural, object)...)
	rules := cel.NewValidator(structural, true, celconfig.PerCallLimit)
	if rules == nil || isBlocked(errs) {
		return errs
	}
	broken, _ := rules.Validate(context.Background(), nil, structural, object, nil, celconfig.RuntimeCELCostBudget)
	return append(errs, broken...)
}

func validateUpdate(validator validation.SchemaValidator, structural *structuralschema.Structural, object, previous map[string]any) field.ErrorList {
	correlated := common.NewCorrelatedObject(object, previous, &model.Structural{Structural: structural})
	errs := validation.ValidateCustomResourceUpdate(nil, object, previous, validator, validation.WithRatcheting(correlated))
	errs = append(errs, objectmeta.Validate(nil, object, structural, false)...)
	if len(listtype.ValidateListSetsAndMaps(nil, structural, previous)) == 0 {
		errs = append(errs, listtype.ValidateListSetsAndMaps(nil, structural, object)...)
	}
	rules := cel.NewValidator(structural, true, celconfig.PerCallLimit)
	if rules == nil || isBlocked(errs) {
		return errs
	}
	broken, _ := rules.Validate(context.Background(), nil, structural, object, previous, celconfig.RuntimeCELCostBudget, cel.WithRatcheting(correlated))
	return append(errs, broken...)
}

// The list of hasBlockingErr, which is not exported.
func isBlocked(errs field.ErrorList) bool {
	for _, err := range errs {
		switch err.Type {
		case field.ErrorTypeNotSupported, field.ErrorTypeRequired, field.ErrorTypeTooLong, field.ErrorTypeTooMany, field.ErrorTypeTypeInvalid:
			return true
		}
	}
	return false
}

// In order: Go walks maps as it likes.
func describe(errs field.ErrorList) []string {
	said := map[string]bool{}
	for _, err := range errs {
		said[string(err.Type)+" "+err.Error()] = true
	}
	sentences := make([]string, 0, len(said))
	for sentence := range said {
		sentences = append(sentences, sentence)
	}
	sort.Strings(sentences)
	return sentences
}

func decode(raw json.RawMessage) map[string]any {
	var object map[string]any
	if len(raw) > 0 {
		must(utiljson.Unmarshal(raw, &object))
	}
	return object
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
