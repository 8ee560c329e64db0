import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/**
 * A text field with suggestions, as the form's own pickers have them (EntityPicker of plugin-scaffolder).
 * What is typed counts at once, so that nobody has to choose it again.
 * @internal
 */
export function NamespaceInput(
  props: FieldExtensionComponentProps<string> & {
    readonly namespaces: readonly string[];
    readonly isLoading: boolean;
  },
) {
  const { formData = '', onChange, namespaces, schema, uiSchema } = props;
  const set = (text: string) => onChange(text === '' ? undefined : text);
  return (
    <Autocomplete
      id={props.idSchema.$id}
      freeSolo
      forcePopupIcon={namespaces.length > 0}
      openOnFocus
      options={[...namespaces]}
      // Its own filter shows everything beside a value, and here what is typed is the value.
      filterOptions={options => suggest(options, formData)}
      loading={props.isLoading}
      disabled={props.disabled || props.readonly}
      value={formData || null}
      inputValue={formData}
      onInputChange={(event, text) => {
        // Without an event it only repeats the value that it was given.
        if (event) {
          set(text);
        }
      }}
      onChange={(_event, text) => set(text ?? '')}
      renderInput={params => (
        <TextField
          {...params}
          label={uiSchema['ui:title'] ?? schema.title}
          required={props.required}
          error={Boolean(props.rawErrors?.length)}
          margin="dense"
          variant="outlined"
        />
      )}
    />
  );
}

/** Beside one that is chosen, all of them: who opens the list again wants another. */
function suggest(namespaces: string[], typed: string): string[] {
  return namespaces.includes(typed)
    ? namespaces
    : namespaces.filter(name => name.includes(typed.trim().toLowerCase()));
}
