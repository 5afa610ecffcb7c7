// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.time.Duration;

/** What became of an uploaded image. */
public sealed interface Upload {

  /** It was decoded and written anew. */
  record Accepted(SafeImage image) implements Upload {}

  /** It was refused, and nothing of it kept. */
  record Refused(Reason reason) implements Upload {}

  /** Why an upload was refused. Each has a key for the sentence in the person's language. */
  sealed interface Reason {

    /** The key of the sentence in the message bundle. */
    String messageKey();
  }

  /** There was no byte. */
  record Empty() implements Reason {
    @Override
    public String messageKey() { return "files.refused.empty"; }
  }

  /** More bytes than allowed; how many more was not read. */
  record TooLarge(long mostBytes) implements Reason {
    @Override
    public String messageKey() { return "files.refused.too-large"; }
  }

  /** Not a JPEG or PNG by its content. */
  record TypeNotAllowed(ContentType found) implements Reason {
    @Override
    public String messageKey() {
      return switch (found) {
        case PDF -> "files.refused.pdf";
        case HEIC -> "files.refused.heic";
        case PROGRAM -> "files.refused.program";
        case JPEG, PNG, GIF, WEBP, MARKUP, ARCHIVE, UNKNOWN -> "files.refused.type";
      };
    }
  }

  /** Begins like an image but is damaged, cut short, or of a kind that cannot be decoded (such as CMYK). */
  record NotDecodable() implements Reason {
    @Override
    public String messageKey() { return "files.refused.not-decodable"; }
  }

  /** The header states more pixels than allowed. */
  record TooManyPixels(long pixels, long mostPixels) implements Reason {
    @Override
    public String messageKey() { return "files.refused.too-many-pixels"; }
  }

  /** Decoding took longer than allowed and was ended. */
  record TimedOut(Duration limit) implements Reason {
    @Override
    public String messageKey() { return "files.refused.timed-out"; }
  }

  /** Decoding needed more memory than allowed and was ended. */
  record TooDemanding() implements Reason {
    @Override
    public String messageKey() { return "files.refused.too-demanding"; }
  }

  /** Other images are being decoded; the same upload may succeed later. */
  record Busy() implements Reason {
    @Override
    public String messageKey() { return "files.refused.busy"; }
  }
}
