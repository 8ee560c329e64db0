/** A piece of a label selector. @internal */
export interface Token {
  readonly kind: 'word' | 'symbol' | 'end';
  readonly text: string;
}

/** Source: the lexer of k8s.io/apimachinery/pkg/labels/selector.go. @internal */
export function tokenize(selector: string): Token[] {
  const found = selector.matchAll(/(==|!=|[=!(),<>])|([^\s=!(),<>]+)/g);
  return [...found].map(([text, symbol]) => ({
    kind: symbol === undefined ? 'word' : 'symbol',
    text,
  }));
}
