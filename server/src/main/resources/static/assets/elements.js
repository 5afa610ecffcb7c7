// SPDX-License-Identifier: AGPL-3.0-or-later
// Makes an element with its attributes, what it does and what is in it; what is typed or known is only ever text.
export const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes || {})) {
    if (attribute.startsWith('on')) element.addEventListener(attribute.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(attribute, value === true ? '' : value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
};
