// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import org.jspecify.annotations.Nullable;

/** A value of JSON and where it stands; each question about it either has its answer or is refused with the place. */
public final class Node {
  private final Object value;
  private final @Nullable Node around;
  private final String key;

  Node(Object value, @Nullable Node around, String key) {
    this.value = value;
    this.around = around;
    this.key = key;
  }

  /** Where it stands, as "answers 2, choices 1"; empty for the whole. */
  public String path() {
    if (around == null) {
      return "";
    }
    String outer = around.path();
    String separator = outer.isEmpty() ? "" : key.startsWith(" ") ? "" : ", ";
    return outer + separator + (outer.isEmpty() ? key.strip() : key);
  }

  /** A refusal that names this place. */
  public Refused refused(Reason reason, String message) {
    return new Refused(reason, path(), message);
  }

  private Refused expected(String what) { return refused(Reason.MALFORMED, what + " is expected"); }

  /** The member of this name. */
  public Node get(String name) {
    return find(name).orElseThrow(() -> expected("\"" + name + "\""));
  }

  /** The member of this name, if there is one. */
  public Optional<Node> find(String name) {
    if (!(value instanceof Map<?, ?> map)) {
      throw expected("an object");
    }
    Object member = map.get(name);
    return member == null ? Optional.empty() : Optional.of(new Node(member, this, name));
  }

  /**
   * That an object has no other members than these, so that a misspelt name is not passed over.
   *
   * @throws Refused with the name of another
   */
  public Node only(String... names) {
    if (value instanceof Map<?, ?> map) {
      for (Object name : map.keySet()) {
        if (!java.util.List.of(names).contains(name)) {
          throw refused(Reason.MALFORMED, "there is no \"" + name + "\" here, only " + String.join(", ", names));
        }
      }
    }
    return this;
  }

  /** Whether this is an object. */
  public boolean isObject() { return value instanceof Map; }

  /** Whether this is a list. */
  public boolean isList() { return value instanceof List; }

  /** The parts of a list. */
  public List<Node> list() {
    if (!(value instanceof List<?> list)) {
      throw expected("a list");
    }
    var nodes = new ArrayList<Node>(list.size());
    for (Object each : list) {
      nodes.add(new Node(each, this, " " + (nodes.size() + 1)));
    }
    return nodes;
  }

  /** The parts of a list that has so many. */
  public List<Node> list(int size) {
    List<Node> nodes = list();
    if (nodes.size() != size) {
      throw expected("a list of " + size);
    }
    return nodes;
  }

  /** A text. */
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw expected("a text");
  }

  /** A truth value. */
  public boolean truth() {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw expected("true or false");
  }

  /** A whole number within limits. */
  public int number(int least, int most) {
    if (value instanceof Long number && number >= least && number <= most) {
      return number.intValue();
    }
    throw expected("a whole number from " + least + " to " + most);
  }

  /** A whole number, written as one or as a text of digits. */
  public String digits() {
    if (value instanceof Long number && number >= 0) {
      return number.toString();
    }
    if (value instanceof String text && text.matches("0|[1-9][0-9]{0,29}")) {
      return text;
    }
    throw expected("a whole number");
  }
}
