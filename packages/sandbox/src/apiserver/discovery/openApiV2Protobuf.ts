/** What clients ask for. @internal */
export const openApiV2ProtobufType =
  'application/com.github.proto-openapi.spec.v2@v1.0+protobuf';

/** What the answer is called: Go cannot parse a media type with an `@`. @internal */
export const openApiV2AnswerType =
  'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

/**
 * An OpenAPI v2 document without paths and definitions. `kubectl` reads everything it needs from version 3
 * and asks for this one only about kinds that version 3 does not have: it must be there, and say nothing.
 * Source of the numbers: gnostic-models/openapiv2/OpenAPIv2.proto, `Document`.
 * @internal
 */
export function openApiV2Protobuf(): Buffer {
  const info = Buffer.concat([text(1, 'Kubernetes'), text(2, 'v1.32.0')]);
  return Buffer.concat([
    text(1, '2.0'),
    field(2, info),
    field(8, Buffer.alloc(0)),
    field(9, Buffer.alloc(0)),
  ]);
}

function text(number: number, value: string): Buffer {
  return field(number, Buffer.from(value));
}

/** Length-delimited; every value here is shorter than 128 bytes. */
function field(number: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([number * 8 + 2, value.length]), value]);
}
