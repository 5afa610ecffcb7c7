// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

/** Figures as text in the form that Prometheus and its kin read (version 0.0.4). */
final class Exposition {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private final StringBuilder text = new StringBuilder();

  /** Begins a figure. */
  void kind(String name, String kind, String meaning) {
    text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
  }

  /** One value of the figure begun last; {@code labels} may be empty. */
  void value(String name, String labels, Number value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }

  /** A figure with one value. */
  void gauge(String name, String meaning, Number value) {
    kind(name, "gauge", meaning);
    value(name, "", value);
  }

  String text() { return text.toString(); }
}
