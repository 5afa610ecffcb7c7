// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The addresses of what pages are drawn with. Each has a fingerprint of all of it, so that a browser keeps what it has
 * for as long as it likes, asks for nothing again from page to page, and mixes nothing after an update.
 */
public final class Assets {
  /** Where the files lie. */
  static final String FILES = "classpath:/static/assets/";
  /** Below which address the files are served as they are in this version; without a slash at the end. */
  static final String VERSIONED = "/assets/~" + fingerprint();

  private Assets() {}

  /** The address of a file below {@code /assets}. */
  public static String at(String name) {
    return VERSIONED + "/" + name;
  }

  /** The first half of a hash of the files and their names, whatever order they are found in. */
  private static String fingerprint() {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      var files = new PathMatchingResourcePatternResolver().getResources(FILES + "**/*.*");
      Arrays.sort(files, Comparator.comparing(Resource::getFilename).thenComparingLong(Assets::size));
      for (var file : files) {
        hash.update(String.valueOf(file.getFilename()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        hash.update(file.getContentAsByteArray());
      }
      return HexFormat.of().formatHex(hash.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static long size(Resource file) {
    try {
      return file.contentLength();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
