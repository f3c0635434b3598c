// Draws the API's reference from its OpenAPI document. Nothing is written as markup: every text of the document becomes a text node.
"use strict";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** An element with attributes and children; strings become text, null is left out. */
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// --- Texts in CommonMark: paragraphs, code, emphasis and links ---

function inline(text) {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\((?:https?:\/\/|\/|#)[^)\s]*\))/);
  return parts.map((part) => {
    if (/^`.+`$/.test(part)) return h("code", {}, part.slice(1, -1));
    if (/^\*\*.+\*\*$/.test(part)) return h("strong", {}, part.slice(2, -2));
    if (/^\*.+\*$/.test(part)) return h("em", {}, part.slice(1, -1));
    const link = /^\[(.+)\]\((.+)\)$/.exec(part);
    return link ? h("a", { href: link[2], rel: "noreferrer" }, link[1]) : part;
  });
}

const prose = (text) => (text ? text.split(/\n\s*\n/).map((paragraph) => h("p", {}, inline(paragraph))) : []);

const elsewhere = (more) =>
  more && /^https?:/.test(more.url) ? h("p", {}, h("a", { href: more.url, rel: "noreferrer" }, more.description || more.url)) : null;

// --- Schemas ---

class Schemas {
  constructor(components) {
    this.known = components?.schemas ?? {};
  }

  resolve(schema) {
    const name = schema?.$ref?.split("/").pop();
    return name ? (this.known[name] ?? {}) : (schema ?? {});
  }

  choices(schema) {
    return schema.oneOf ?? schema.anyOf ?? null;
  }

  /** The kind of value in a few words. */
  kind(schema) {
    const name = schema?.$ref?.split("/").pop();
    if (name) return name;
    const choices = this.choices(schema ?? {});
    if (choices) return choices.map((choice) => this.kind(choice)).join(" or ");
    if (schema?.const !== undefined) return JSON.stringify(schema.const);
    if (schema?.type === "array") return `list of ${this.kind(schema.items)}`;
    if (schema?.type === "object" && schema.additionalProperties) return `map of ${this.kind(schema.additionalProperties)}`;
    return [schema?.type ?? "any value", schema?.format ? `(${schema.format})` : ""].join(" ").trim();
  }

  /** The rules in words. */
  rules(schema) {
    let inner = schema;
    for (let choice; (choice = this.choices(inner)?.find((choice) => choice.type !== "null"));) inner = choice;
    const words = [
      ["minimum", "at least"], ["exclusiveMinimum", "more than"], ["maximum", "at most"], ["exclusiveMaximum", "less than"],
      ["minLength", "length from"], ["maxLength", "length to"], ["minItems", "items from"], ["maxItems", "items to"], ["pattern", "like"],
    ];
    const rules = words.filter(([key]) => inner[key] !== undefined).map(([key, text]) => `${text} ${inner[key]}`);
    const listed = this.resolve(inner).enum;
    if (listed) rules.push(`one of ${listed.map((value) => JSON.stringify(value)).join(", ")}`);
    if (schema.default !== undefined) rules.push(`default ${JSON.stringify(schema.default)}`);
    return rules.join(" · ");
  }

  /** A good value. */
  example(schema, depth = 0) {
    const found = this.resolve(schema);
    if (found.examples?.length) return found.examples[0];
    for (const key of ["default", "const"]) if (found[key] !== undefined) return found[key];
    if (found.enum) return found.enum[0];
    const choices = this.choices(found);
    if (choices) return depth > 4 ? null : this.example(choices[0], depth + 1);
    if (found.type === "array") return depth > 4 ? [] : [this.example(found.items, depth + 1)];
    if (found.type === "object") {
      const members = depth > 4 ? [] : Object.entries(found.properties ?? {});
      return Object.fromEntries(members.map(([name, member]) => [name, this.example(member, depth + 1)]));
    }
    const formats = {
      "date-time": "2026-02-08T17:20:23Z", date: "2026-02-08", uuid: "6a1b0f8e-6a0d-4c3d-9b0a-0123456789ab", duration: "PT1H30M",
      uri: "https://example.org/", email: "hanako@example.org", base64: "aGVsbG8=", binary: "…", decimal: "1.50",
    };
    return { integer: found.minimum ?? 1, number: 0.5, boolean: true, string: formats[found.format] ?? "text" }[found.type] ?? null;
  }

  /** What is inside: members of objects, elements of lists, cases of unions; drawn when it is opened. */
  inside(schema) {
    const found = this.resolve(schema);
    const choices = this.choices(found)?.filter((choice) => choice.type !== "null");
    if (found.type === "object" && found.properties) return () => this.members(found);
    if (found.type === "array") return this.inside(found.items);
    if (found.type === "object" && found.additionalProperties) return this.inside(found.additionalProperties);
    if (choices?.length === 1) return this.inside(choices[0]);
    const cases = choices?.map((choice) => [choice, this.inside(choice)]).filter(([, draw]) => draw);
    return cases?.length ? () => h("div", { class: "cases" }, cases.map(([choice, draw]) => folded(this.kind(choice), draw))) : null;
  }

  members(schema) {
    const required = new Set(schema.required ?? []);
    return h("ul", { class: "members" }, Object.entries(schema.properties).map(([name, member]) => this.row(name, member, required.has(name), member)));
  }

  row(name, schema, isRequired, about) {
    const draw = this.inside(schema);
    const found = this.resolve(schema);
    return h(
      "li", {},
      h("div", { class: "head" }, h("code", { class: about.deprecated || schema.deprecated ? "name old" : "name" }, name), h("span", { class: "kind" }, this.kind(schema)),
        isRequired ? h("span", { class: "needed" }, "required") : null, about.deprecated || schema.deprecated ? h("span", { class: "old-note" }, "deprecated") : null),
      this.rules(schema) ? h("div", { class: "rules" }, this.rules(schema)) : null,
      prose(about.description ?? found.description),
      draw ? folded("Members", draw) : null,
    );
  }
}

/** A part that is drawn when it is opened for the first time: types may contain themselves. */
function folded(title, draw, isOpen = false) {
  const details = h("details", { open: isOpen }, h("summary", {}, title));
  const fill = () => details.childElementCount === 1 && details.append(draw());
  if (isOpen) fill();
  details.addEventListener("toggle", () => details.open && fill());
  return details;
}

// --- Operations ---

/** Long lines and long texts are scrolled, so the keyboard must get there; `label` is to be the only one of its kind on the page. */
const code = (text, label) => h("pre", { tabindex: "0", role: "region", "aria-label": label }, h("code", {}, text));
const title = ({ method, path, item }) => item.summary ?? `${method.toUpperCase()} ${path}`;
const pretty = (value) => JSON.stringify(value, null, 2);
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

class Operations {
  constructor(api) {
    this.api = api;
    this.schemas = new Schemas(api.components);
  }

  /** Every operation: `{ method, path, tag, id, item }`. */
  list() {
    const paths = Object.entries(this.api.paths ?? {}).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => this.entry(method, path, item[method], item[method].tags?.[0] ?? "other")));
    const hooks = Object.entries(this.api.webhooks ?? {}).flatMap(([name, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({ ...this.entry(method, name, item[method], "webhooks"), isHook: true })));
    return [...paths, ...hooks];
  }

  entry(method, path, item, tag) {
    return { method, path, tag, item, id: item.operationId ?? `${method}-${path}` };
  }

  security(item) {
    const list = item.security ?? this.api.security ?? [];
    return list.flatMap((way) => Object.keys(way)).map((name) => ({ name, ...this.api.components?.securitySchemes?.[name] }));
  }

  curl({ method, path, item }) {
    const query = (item.parameters ?? []).filter((parameter) => parameter.in === "query" && parameter.required);
    const search = query.map((parameter) => `${parameter.name}=${encodeURIComponent(this.schemas.example(parameter.schema))}`).join("&");
    const address = (item.parameters ?? []).filter((parameter) => parameter.in === "path")
      .reduce((text, parameter) => text.replace(`{${parameter.name}}`, encodeURIComponent(this.schemas.example(parameter.schema))), path);
    const lines = [`curl${method === "get" ? "" : ` -X ${method.toUpperCase()}`} ${quoted(location.origin + address + (search ? `?${search}` : ""))}`];
    for (const way of this.security(item).slice(0, 1)) {
      if (way.type === "http") lines.push(`-H "Authorization: Bearer $TOKEN"`);
      if (way.type === "apiKey" && way.in === "header") lines.push(`-H "${way.name}: $KEY"`);
    }
    const [[type, content] = []] = Object.entries(item.requestBody?.content ?? {});
    if (type === "multipart/form-data") {
      const members = Object.entries(this.schemas.resolve(content.schema).properties ?? {});
      lines.push(...members.map(([name, member]) => `-F ${quoted(`${name}=${member.format === "binary" ? "@file" : this.schemas.example(member)}`)}`));
    } else if (type === "application/x-www-form-urlencoded") {
      const members = Object.entries(this.schemas.resolve(content.schema).properties ?? {});
      lines.push(...members.map(([name, member]) => `--data-urlencode ${quoted(`${name}=${this.schemas.example(member) ?? ""}`)}`));
    } else if (type) {
      lines.push(`-H ${quoted(`Content-Type: ${type}`)}`, `-d ${quoted(JSON.stringify(this.examples(content)[0].value))}`);
    }
    return lines.join(" \\\n  ");
  }

  examples(content) {
    const named = Object.entries(content.examples ?? {}).map(([name, example]) => ({ name: example.summary ?? name, value: example.value }));
    return named.length ? named : [{ name: "Example", value: this.schemas.example(content.schema) }];
  }

  draw(operation) {
    const { method, path, item, id, isHook } = operation;
    const needs = this.security(item).map((way) => way.name);
    return h(
      "section", { class: "operation", id: `operation/${id}`, "aria-labelledby": `title/${id}` },
      h("div", { class: "words" },
        h("h3", { id: `title/${id}`, class: item.deprecated ? "old" : null }, title(operation)),
        h("p", { class: "address" }, badge(method), h("code", {}, path)),
        item.deprecated ? h("p", { class: "old-note" }, "Deprecated: do not use it in new programs.") : null,
        prose(item.description), elsewhere(item.externalDocs),
        !isHook && needs.length ? h("p", { class: "needs" }, "Needs ", ...needs.flatMap((name, place) => [place ? " or " : "", h("code", {}, name)])) : null,
        this.parameters(item), this.body(item, isHook), this.answers(item), this.callbacks(item)),
      h("div", { class: "samples" }, isHook ? null : code(this.curl(operation), `${id}: request`), this.bodyExamples(operation), this.answerExamples(operation)),
    );
  }

  parameters(item) {
    const places = { path: "Path", query: "Query", header: "Header fields", cookie: "Cookies" };
    return Object.entries(places).map(([place, title]) => {
      const found = (item.parameters ?? []).filter((parameter) => parameter.in === place);
      if (!found.length) return null;
      const rows = found.map((parameter) => this.schemas.row(parameter.name, parameter.schema, parameter.required, parameter));
      return [h("h4", {}, title), h("ul", { class: "members" }, rows)];
    }).flat();
  }

  body(item, isHook) {
    return Object.entries(item.requestBody?.content ?? {}).flatMap(([type, content]) => {
      const draw = this.schemas.inside(content.schema);
      const isNeeded = item.requestBody.required && !isHook;
      return [
        h("h4", {}, "Body ", h("span", { class: "kind" }, `${type}, ${this.schemas.kind(content.schema)}`), isNeeded ? h("span", { class: "needed" }, " required") : null),
        draw ? draw() : null,
      ];
    });
  }

  answers(item) {
    const rows = Object.entries(item.responses ?? {}).map(([status, answer]) => {
      const [[type, content] = []] = Object.entries(answer.content ?? {});
      const draw = content ? this.schemas.inside(content.schema) : null;
      const title = h("span", {}, h("span", { class: `status s${status[0]}` }, status), " ", inline(answer.description ?? ""));
      const about = () => h("div", {}, this.fields(answer), type ? h("p", { class: "kind" }, `${type}, ${this.schemas.kind(content.schema)}`) : null, draw ? draw() : null, this.links(answer));
      return type || answer.headers ? folded(title, about) : h("p", { class: "plain" }, title);
    });
    return [h("h4", {}, "Answers"), h("div", { class: "answers" }, rows)];
  }

  fields(answer) {
    const rows = Object.entries(answer.headers ?? {}).map(([name, field]) => this.schemas.row(name, field.schema ?? {}, false, field));
    return rows.length ? h("ul", { class: "members" }, rows) : null;
  }

  links(answer) {
    return Object.values(answer.links ?? {}).map((link) =>
      h("p", {}, "Then: ", h("a", { href: `#operation/${link.operationId}` }, link.description || link.operationId)));
  }

  callbacks(item) {
    return Object.entries(item.callbacks ?? {}).flatMap(([name, addresses]) => Object.entries(addresses).flatMap(([address, path]) =>
      METHODS.filter((method) => path[method]).map((method) => folded(
        h("span", {}, "Callback ", h("code", {}, name)),
        () => h("div", {}, h("p", { class: "address" }, badge(method), h("code", {}, address)), prose(path[method].summary), this.body(path[method], true))))));
  }

  bodyExamples({ id, item }) {
    const [content] = Object.values(item.requestBody?.content ?? {});
    if (!content || !Object.keys(item.requestBody.content)[0].endsWith("json")) return [];
    return this.examples(content).map(({ name, value }) => folded(`Body: ${name}`, () => code(pretty(value), `${id}: body, ${name}`), true));
  }

  answerExamples({ id, item }) {
    const entry = Object.entries(item.responses ?? {}).find(([status, answer]) => status[0] === "2" && answer.content?.["application/json"]);
    if (!entry) return [];
    const [status, answer] = entry;
    return this.examples(answer.content["application/json"]).map(({ name, value }) => folded(`${status}: ${name}`, () => code(pretty(value), `${id}: ${status}, ${name}`)));
  }
}

const badge = (method) => h("span", { class: `method ${method}` }, method.toUpperCase());

// --- The page ---

function tags(api, operations) {
  const named = (api.tags ?? []).map((tag) => tag.name);
  const used = [...new Set(operations.map((operation) => operation.tag))];
  return [...named.filter((name) => used.includes(name)), ...used.filter((name) => !named.includes(name))];
}

function navigation(names, operations) {
  const groups = names.map((name) => h(
    "section", {}, h("h2", {}, name),
    h("ul", {}, operations.filter((operation) => operation.tag === name).map((operation) => h(
      "li", {}, h("a", { href: `#operation/${operation.id}` },
        badge(operation.method), h("span", { class: operation.item.deprecated ? "old" : null }, operation.item.summary ?? operation.path)))))));
  const filter = h("input", { type: "search", "aria-label": "Find an operation", placeholder: "Find an operation" });
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const group of groups) {
      const items = [...group.querySelectorAll("li")];
      for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
      group.hidden = items.every((item) => item.hidden);
    }
  });
  return [filter, ...groups];
}

function introduction({ info, servers, externalDocs }) {
  const contact = [info.contact?.name, info.contact?.email, info.contact?.url].filter(Boolean).join(", ");
  const facts = [
    ["Version", info.version], ["Server", (servers ?? []).map((server) => server.url).join(", ")], ["Contact", contact], ["Licence", info.license?.name],
  ].filter(([, value]) => value);
  return h(
    "header", { class: "words" }, h("h1", {}, info.title), prose(info.description),
    h("dl", {}, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    elsewhere(externalDocs), elsewhere(info.termsOfService ? { url: info.termsOfService, description: "Terms of use" } : null));
}

function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === location.hash) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  target?.scrollIntoView();
}

async function start() {
  const main = document.querySelector("main");
  const answer = await fetch(document.documentElement.dataset.document);
  if (!answer.ok) throw new Error(`The description could not be had: ${answer.status}.`);
  const api = await answer.json();
  const drawing = new Operations(api), operations = drawing.list(), names = tags(api, operations);
  const menu = document.querySelector("nav details");
  menu.append(...navigation(names, operations));
  menu.open = matchMedia("(min-width: 60rem)").matches;
  menu.addEventListener("click", (event) => { if (event.target.closest("a") && !matchMedia("(min-width: 60rem)").matches) menu.open = false; });
  main.replaceChildren(introduction(api), ...names.map((name) => {
    const about = (api.tags ?? []).find((tag) => tag.name === name);
    return h("section", { class: "tag", "aria-label": name }, h("div", { class: "words" }, h("h2", {}, name), prose(about?.description), elsewhere(about?.externalDocs)),
      operations.filter((operation) => operation.tag === name).map((operation) => drawing.draw(operation)));
  }));
  addEventListener("hashchange", follow);
  follow();
}

start().catch((error) => document.querySelector("main").replaceChildren(h("p", { role: "alert" }, error.message)));
