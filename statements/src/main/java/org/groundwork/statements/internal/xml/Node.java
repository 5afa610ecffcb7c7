// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.xml;

import java.util.ArrayList;
import java.util.List;

/** An element with what is in it, by local names; its namespace is the document's. */
public final class Node {
  private List<Node> children = List.of();
  private final String name;
  private final String currency;
  private final int line;
  private final int column;
  String text = "";

  Node(String name, String currency, int line, int column) {
    this.name = name;
    this.currency = currency;
    this.line = line;
    this.column = column;
  }

  void add(Node child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  boolean isLeaf() { return children.isEmpty(); }

  /** Its local name. */
  public String name() { return name; }

  /** Its attribute {@code Ccy}; may be empty. */
  public String currency() { return currency; }

  /** Where its start tag ends. */
  public int line() { return line; }

  /** Where its start tag ends. */
  public int column() { return column; }

  /** Its text without blanks around it; empty if it has elements. */
  public String text() { return text; }

  /** Its elements of a name, in order. */
  public List<Node> all(String of) {
    List<Node> found = new ArrayList<>(2);
    for (Node each : children) {
      if (each.name.equals(of)) {
        found.add(each);
      }
    }
    return found;
  }

  /** The first element at the end of a path that is there; itself for an empty path; one that holds nothing if none is. */
  public Node at(String... path) {
    Node here = this;
    for (String step : path) {
      here = here.child(step);
    }
    return here;
  }

  /** The text at the end of the first of several paths, written with slashes, where there is any; otherwise empty. */
  public String first(String... paths) {
    for (String path : paths) {
      String found = walk(path).text;
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private Node walk(String path) {
    Node here = this;
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      here = here.child(path, from, end);
      from = end + 1;
    }
    return here;
  }

  /** Whether there is such an element. */
  public boolean has(String child) { return !child(child).name.isEmpty(); }

  /** An element that is not there. */
  public static Node none(int line, int column) {
    return new Node("", "", line, column);
  }

  private Node child(String of) { return child(of, 0, of.length()); }

  private Node child(String path, int from, int end) {
    for (Node each : children) {
      if (each.name.length() == end - from && path.startsWith(each.name, from)) {
        return each;
      }
    }
    return none(line, column);
  }
}
