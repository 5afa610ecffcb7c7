// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.io.IOException;
import java.io.Writer;
import org.groundwork.platform.paper.PaperSize;

/** What a route answers. */
public sealed interface Answer {
  /** What a file may be called. */
  String PLAIN_NAME = "[a-z0-9][a-z0-9.-]{0,60}";

  /** A page, with the HTTP status it is sent under. */
  record Show(View view, int status) implements Answer {}

  /** See another page (303), a path on this server that begins with a slash. */
  record GoTo(String path) implements Answer {
    public GoTo {
      if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
        throw new IllegalArgumentException("an answer leads to a path on this server");
      }
    }
  }

  /** A file that somebody uploaded, shut off from everything by the policy sent with it. */
  final class FileOf implements Answer {
    private final byte[] content;
    private final String mediaType;
    private final String name;

    private FileOf(byte[] content, String mediaType, String name) {
      this.content = content;
      this.mediaType = mediaType;
      this.name = name;
    }

    byte[] content() { return content; }

    String mediaType() { return mediaType; }

    /** Pictures may be shown in the browser; everything else is only saved. */
    String disposition() {
      return (mediaType.startsWith("image/") ? "inline" : "attachment") + "; filename=\"" + name + "\"";
    }
  }

  /**
   * A file.
   *
   * @param content not changed afterwards
   * @param name neutral, because it stays in the list of downloads; letters, digits, dots and hyphens
   */
  static Answer file(byte[] content, String mediaType, String name) {
    if (!name.matches(PLAIN_NAME)) {
      throw new IllegalArgumentException("a file is handed out under a plain name");
    }
    return new FileOf(content, mediaType, name);
  }

  /**
   * A view put on paper: a PDF, made after the route's transaction, that is only saved. It says nothing of itself: no
   * author, no day, a title like any other.
   */
  final class PaperOf implements Answer {
    private final View view;
    private final PaperSize size;
    private final String name;

    private PaperOf(View view, PaperSize size, String name) {
      this.view = view;
      this.size = size;
      this.name = name;
    }

    View view() { return view; }

    PaperSize size() { return size; }

    String name() { return name; }
  }

  /**
   * A view put on paper. Its template is well-formed markup without a head.
   *
   * @param name neutral, because it stays in the list of downloads; without its ending
   */
  static Answer paper(View view, PaperSize size, String name) {
    if (!name.matches(PLAIN_NAME)) {
      throw new IllegalArgumentException("a file is handed out under a plain name");
    }
    return new PaperOf(view, size, name + ".pdf");
  }

  /** Writes a text, a piece at a time. */
  @FunctionalInterface
  interface Writing {
    /**
     * Writes all of it.
     *
     * @throws IOException when whoever asked for it is gone
     */
    void to(Writer out) throws IOException;
  }

  /** A text that may be long, written straight to whoever asked. */
  final class TextOf implements Answer {
    private final Writing writing;
    private final String mediaType;
    private final String name;

    private TextOf(Writing writing, String mediaType, String name) {
      this.writing = writing;
      this.mediaType = mediaType;
      this.name = name;
    }

    Writing writing() { return writing; }

    String mediaType() { return mediaType; }

    String name() { return name; }
  }

  /**
   * A text that is too long to be held: {@code writing} is called once the route's own transaction is over, begins one of
   * its own and writes as it reads. What fails before the first piece is a page that says so; what fails later ends the
   * connection, so that nobody takes half of it for all. Few are written at once; who comes later is asked to wait.
   *
   * @param mediaType without a charset; it is sent as UTF-8
   * @param name neutral, as of {@link #file}
   */
  static Answer text(Writing writing, String mediaType, String name) {
    if (!name.matches(PLAIN_NAME)) {
      throw new IllegalArgumentException("a file is handed out under a plain name");
    }
    return new TextOf(writing, mediaType, name);
  }

  /** A page, all well. */
  static Answer show(View view) { return new Show(view, 200); }

  /** The same form again, with what was typed and what to change (422). */
  static Answer again(View view) {
    return new Show(view, 422);
  }

  /** Another page. */
  static Answer goTo(String path) { return new GoTo(path); }
}
