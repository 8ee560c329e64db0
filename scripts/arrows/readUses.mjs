import ts from 'typescript';

/**
 * What a source file uses, as far as an arrow may forbid it: the modules it
 * imports (types too), the names and strings in it, the property chains
 * (`a?.b.c` is `a.b.c`), the globals it calls, its module-level `let`s.
 * Comments do not count.
 */
export function readUses(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const uses = {
    imports: [],
    names: [],
    strings: [],
    chains: [],
    globals: [],
    moduleLets: [],
  };
  const at = node =>
    file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const add = (kind, value, node) => uses[kind].push({ value, line: at(node) });

  const visit = node => {
    if (ts.isStringLiteralLike(node)) {
      add(isModuleName(node) ? 'imports' : 'strings', node.text, node);
    } else if (ts.isIdentifier(node)) {
      add('names', node.text, node);
    } else if (ts.isPropertyAccessExpression(node)) {
      add('chains', chainOf(node), node);
      add('globals', `${chainOf(node.expression)}.*`, node);
      add('globals', chainOf(node), node);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      add('globals', node.expression.text, node);
    }
    if (ts.isNewExpression(node) && (node.arguments ?? []).length === 0) {
      add('globals', `new ${chainOf(node.expression)}`, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  file.statements.filter(isLet).forEach(node => add('moduleLets', 'let', node));
  return uses;
}

function isModuleName(node) {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent)) ||
    (ts.isCallExpression(parent) &&
      parent.arguments[0] === node &&
      (parent.expression.kind === ts.SyntaxKind.ImportKeyword ||
        ['require', 'require.resolve'].includes(chainOf(parent.expression))))
  );
}

function chainOf(node) {
  if (ts.isPropertyAccessExpression(node)) {
    return `${chainOf(node.expression)}.${node.name.text}`;
  }
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) {
    return chainOf(node.expression);
  }
  return ts.isIdentifier(node) ? node.text : '?';
}

function isLet(statement) {
  return (
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.Let) !== 0
  );
}
