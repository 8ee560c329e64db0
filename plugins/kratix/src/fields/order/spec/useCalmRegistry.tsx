import { createContext, useContext, useMemo, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { bufferWidgets, isLongPage } from './bufferWidgets';
import { foldSections, isFolded } from '../sections/foldSections';
import { nameChoices, withoutChoiceTitles } from './nameChoices';
import { useSameData } from './useSameData';

type Props = FieldExtensionComponentProps<unknown>;
type FieldComponent = ComponentType<Props>;

/** The parts of RJSF's `Registry`, whatever kind of value the form holds. */
interface FormRegistry {
  readonly rootSchema: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly widgets: unknown;
  readonly templates: unknown;
  readonly globalUiOptions?: unknown;
  readonly schemaUtils: unknown;
  readonly translateString: unknown;
}

/** What the scaffolder tells every field about the whole form, now. */
const FormContextNow = createContext<unknown>(undefined);

/**
 * A registry for the fields of a page that stays the same while somebody types.
 *
 * The scaffolder hands the values of the whole form to every field with the registry, so that with each letter
 * all of them are made anew (RJSF `SchemaField.shouldComponentUpdate` compares it). Here they may read those
 * values whenever they are made, and only the fields that an app brings, which may depend on them, are told of
 * each change. On a long page, text is told to the form in pauses only, and sections are
 * folded.
 * @internal
 */
export function useCalmRegistry<R extends FormRegistry>(
  registry: R,
  formContext: unknown,
  schema: unknown,
) {
  const now = useRef(formContext);
  now.current = formContext;
  const [live] = useState(() => readThrough(now));
  const [wrapped] = useState(() => new WeakMap<object, FieldComponent>());
  const rootSchema = useSameData(registry.rootSchema);
  const fields = useSameData(registry.fields);
  const given = useSameData(registry.widgets);
  const isLong = useMemo(() => isLongPage(schema), [schema]);
  const widgets = useMemo(
    () => nameChoices(isLong ? bufferWidgets(given) : given),
    [given, isLong],
  );
  const plain = useSameData(registry.templates);
  const templates = useMemo(
    () =>
      withoutChoiceTitles(
        isFolded(schema) ? foldSections(plain, schema) : plain,
      ),
    [plain, schema],
  );
  const globalUiOptions = useSameData(registry.globalUiOptions);
  const { schemaUtils, translateString } = registry;
  const calm = useMemo(
    () => ({
      ...{ rootSchema, widgets, templates, globalUiOptions },
      ...{ schemaUtils, translateString },
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [
          name,
          isOfForm(name) ? field : toldOfChanges(field, wrapped),
        ]),
      ),
      formContext: live,
    }),
    [
      rootSchema,
      fields,
      widgets,
      templates,
      globalUiOptions,
      schemaUtils,
      translateString,
      live,
      wrapped,
    ],
  ) as unknown as R;
  return { registry: calm, Provider: FormContextNow.Provider };
}

/** Fields of the renderer itself, which ask nobody about the rest of the form. */
function isOfForm(name: string): boolean {
  return /^(AnyOf|ArraySchema|Array|Boolean|Null|Number|Object|OneOf|Schema|String)Field$/.test(
    name,
  );
}

function toldOfChanges(
  field: unknown,
  wrapped: WeakMap<object, FieldComponent>,
): FieldComponent {
  const Field = field as FieldComponent;
  const known = wrapped.get(Field);
  if (known) {
    return known;
  }
  function ToldOfChanges(props: Props) {
    const formContext = useContext(FormContextNow);
    return (
      <Field
        {...props}
        formContext={formContext}
        registry={{ ...props.registry, formContext }}
      />
    );
  }
  wrapped.set(Field, ToldOfChanges);
  return ToldOfChanges;
}

/** An object that has, at any time, what the last one has. */
function readThrough(now: { readonly current: unknown }): object {
  const target = () => Object(now.current);
  return new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(target(), key),
      has: (_, key) => Reflect.has(target(), key),
      ownKeys: () => Reflect.ownKeys(target()),
      getOwnPropertyDescriptor: (_, key) => {
        const found = Reflect.getOwnPropertyDescriptor(target(), key);
        return found && { ...found, configurable: true };
      },
    },
  );
}
