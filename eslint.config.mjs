import next from "eslint-config-next";
import prettier from "eslint-config-prettier";
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * The house rules: who may import whom. Each message says what to do instead.
 * The map is in README.md ("How it is built").
 */
const forbid = {
  app: {
    group: ["@/app", "@/app/*", "@/app/**"],
    message: "`app` only says where things are: move what you need to `components` or `lib`.",
  },
  components: {
    group: ["@/components", "@/components/**"],
    message: "`lib` never imports components: return data and let the page render it.",
  },
  database: {
    // The vocabulary is checked against the database's enums, as types.
    regex: "^@/lib/db(/(?!generated/enums$).*)?$",
    message:
      "Only queries and commands touch the database: add a query or a command to the feature.",
  },
  framework: {
    group: ["next", "next/*", "react", "react-dom", "react/*", "next-intl", "next-intl/*"],
    message:
      "Domain code is framework-free: only actions, lib/actions, lib/auth, lib/server and lib/i18n know Next.",
  },
  server: {
    group: [
      "@/lib/**/queries",
      "@/lib/**/queries/**",
      "@/lib/**/commands",
      "@/lib/**/commands/**",
      "@/lib/env",
      "node:*",
      "server-only",
    ],
    message: "Rules and schemas are pure: pass what they need as an argument.",
  },
};
const emptyPage = {
  group: ["next/navigation"],
  importNames: ["notFound"],
  message: "Return notHere() of app/not-here: the html after notFound() is empty without a script.",
};
const restrict = (...patterns) => ({
  "@typescript-eslint/no-restricted-imports": ["error", { patterns }],
});
const typesOf = (pattern) => ({ ...pattern, allowTypeImports: true });

const code = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.ts", "server.ts"];
const plumbing = [
  "lib/db/**",
  "lib/cli/**",
  "lib/auth/**",
  "lib/limits/store.ts",
  "prisma/**",
  "tests/**",
];

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      "public/reader.js",
      "lib/db/generated/**",
      "node_modules/**",
      ".data/**",
      "next-env.d.ts",
    ],
  },
  { plugins: { "@typescript-eslint": tseslint.plugin } },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      "import-x/resolver": { typescript: true },
      "import-x/extensions": [".ts", ".tsx"],
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "import-x/no-cycle": ["error", { maxDepth: 8 }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^(\\$queryRawUnsafe|\\$executeRawUnsafe)$/]",
          message: "Build SQL with the tagged templates $queryRaw and $executeRaw.",
        },
        {
          selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
          message: "Prisma.raw puts text into SQL unescaped: use Prisma.sql and parameters.",
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Render data with components; Markdown goes through components/ui/markdown.",
        },
      ],
    },
  },
  {
    files: code,
    rules: {
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read settings from lib/env.ts." },
      ],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: restrict(forbid.database, emptyPage),
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    rules: restrict(forbid.app, forbid.database),
  },
  {
    files: ["lib/**/*.ts"],
    rules: restrict(forbid.app, forbid.components, forbid.database, forbid.framework),
  },
  {
    files: ["lib/**/queries.ts", "lib/**/queries/**", "lib/**/commands.ts", "lib/**/commands/**"],
    rules: restrict(forbid.app, forbid.components, forbid.framework),
  },
  {
    files: ["lib/**/actions.ts", "lib/actions/**", "lib/server/**", "lib/i18n/**"],
    rules: restrict(forbid.app, forbid.components, forbid.database),
  },
  {
    files: plumbing,
    rules: { "no-restricted-properties": "off", ...restrict(forbid.app, forbid.components) },
  },
  {
    files: [
      "lib/**/rules.ts",
      "lib/**/schema.ts",
      "lib/**/view.ts",
      "lib/**/vocabulary.ts",
      "lib/shared/**",
    ],
    rules: restrict(
      forbid.app,
      forbid.components,
      forbid.database,
      forbid.framework,
      typesOf(forbid.server),
    ),
  },
  { files: ["lib/env.ts"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["tests/**"],
    rules: { "@typescript-eslint/no-restricted-imports": "off", "max-lines": "off" },
  },
  {
    // Only components have hooks; elsewhere "use…" is an English verb.
    files: ["lib/**", "tests/**", "prisma/**"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  prettier,
);
