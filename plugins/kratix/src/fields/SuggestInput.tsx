import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';

/**
 * A text field with suggestions, as the form's own pickers have them (EntityPicker of plugin-scaffolder).
 * What is typed counts at once, so that nobody has to choose it again.
 * @internal
 */
export function SuggestInput(props: {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onFocusChange?: (isFocused: boolean) => void;
  readonly options: readonly string[];
  readonly isLoading?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly isInvalid?: boolean;
}) {
  const { value, onChange, onFocusChange, options } = props;
  return (
    <Autocomplete
      id={props.id}
      freeSolo
      fullWidth
      forcePopupIcon={options.length > 0}
      openOnFocus
      options={[...options]}
      // Its own filter shows everything beside a value, and here what is typed is the value.
      filterOptions={all => suggest(all, value)}
      loading={props.isLoading}
      disabled={props.isDisabled}
      value={value || null}
      inputValue={value}
      onInputChange={(event, text) => {
        // Without an event it only repeats the value that it was given.
        if (event) {
          onChange(text);
        }
      }}
      onChange={(_event, text) => onChange(text ?? '')}
      onFocus={() => onFocusChange?.(true)}
      onBlur={() => onFocusChange?.(false)}
      renderInput={params => (
        <TextField
          {...params}
          label={props.label}
          required={props.isRequired}
          error={props.isInvalid}
          margin="dense"
          variant="outlined"
        />
      )}
    />
  );
}

/** Beside one that is chosen, all of them: who opens the list again wants another. */
function suggest(options: string[], typed: string): string[] {
  return options.includes(typed)
    ? options
    : options.filter(option =>
        option.toLowerCase().includes(typed.trim().toLowerCase()),
      );
}
