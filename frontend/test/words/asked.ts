/* Which words scripts ask for, by area of the catalogue: read from the types of what they say, so that a key that is put
   together counts as every key that it can be. Prints JSON, for tests/catalogue. */

import ts from 'typescript';

const HOME = new URL('../../', import.meta.url).pathname;
const ASSESSMENTS = 'Words';

const { config } = ts.readConfigFile(`${HOME}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: unknown };
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, HOME);
const program = ts.createProgram(fileNames, options);
const checker = program.getTypeChecker();
const asked = new Map<string, Set<string>>();
const areas = new Map<string, string>();

/** The texts that a value of a type can be; none where it can be any text. */
function texts(type: ts.Type): string[] {
  const kinds = type.isUnion() ? type.types : [type];
  return kinds.filter((kind) => kind.isStringLiteral()).map((kind) => kind.value).sort();
}

/** The area of which a type is every key. */
const areaOf = (type: ts.Type | undefined): string | undefined => type && areas.get(texts(type).join());

function learnAreas(file: ts.SourceFile): void {
  const home = checker.getSymbolAtLocation(file);
  for (const symbol of home ? checker.getExportsOfModule(home) : []) {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const inside = symbol.name === ASSESSMENTS ? checker.getPropertiesOfType(type) : [];
    for (const area of inside) areas.set(texts(checker.getTypeOfSymbol(area)).join(), `assess.${area.name}`);
    if (!inside.length) areas.set(texts(type).join(), symbol.name);
  }
  for (const area of areas.values()) asked.set(area, new Set());
}

function note(area: string | undefined, type: ts.Type): void {
  if (area && areaOf(type) !== area) for (const key of texts(type)) asked.get(area)?.add(key);
}

/** A key that is written with its area: `data.words['store.series']`. */
function noteWhole(text: string): void {
  const [area, name] = text.split('.', 2);
  if (name) asked.get(`assess.${area}`)?.add(name);
}

/** What stands where a key of an area is expected, or is handed to who expects one. */
function look(node: ts.Node): void {
  if (ts.isStringLiteralLike(node)) noteWhole(node.text);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
    note(areaOf(checker.getContextualType(node)), checker.getTypeAtLocation(node));
  } else if (ts.isCallExpression(node)) {
    const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
    for (const [nth, argument] of node.arguments.entries()) {
      const parameter = parameters.at(nth);
      if (parameter) note(areaOf(checker.getTypeOfSymbolAtLocation(parameter, node)), checker.getTypeAtLocation(argument));
    }
  }
  ts.forEachChild(node, look);
}

const sources = program.getSourceFiles().filter((file) => file.fileName.startsWith(`${HOME}src/`));
for (const file of sources) if (file.fileName.endsWith('/generated/words.ts')) learnAreas(file);
for (const file of sources) look(file);
console.log(JSON.stringify(Object.fromEntries([...asked].map(([area, keys]) => [area, [...keys].sort()]))));
