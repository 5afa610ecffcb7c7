// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.groundwork.linkage.internal.read.Layout;
import org.groundwork.linkage.internal.read.LayoutParser;

/** Which columns of a register mean what. A mapping is text, so a city is added without code; see docs/linkage.md. */
public final class Mapping {
  /** Mappings that come with the library. */
  public static final List<String> BUILT_IN = List.of("hpd-buildings", "nyc-hpd");
  private static final long MAX_BYTES = 1 << 20;

  private final Layout layout;

  private Mapping(Layout layout) { this.layout = layout; }

  /** A built-in mapping by its name, or else the mapping in the file of that name. */
  public static Mapping of(String nameOrFile) throws BadMapping {
    return BUILT_IN.contains(nameOrFile) ? builtIn(nameOrFile) : ofFile(Path.of(nameOrFile));
  }

  /** A mapping from its text. {@code file} names it in complaints. */
  public static Mapping ofText(String file, String text) throws BadMapping {
    return new Mapping(LayoutParser.parse(file, text));
  }

  private static Mapping ofFile(Path file) throws BadMapping {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new BadMapping(file.toString(), 0, Message.of("mapping.long"));
      }
      return ofText(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BadMapping(file.toString(), 0, Message.of("mapping.encoding"));
    } catch (IOException e) {
      throw new BadMapping(file.toString(), 0,
          Message.of("mapping.none", String.join(", ", BUILT_IN)));
    }
  }

  private static Mapping builtIn(String name) throws BadMapping {
    try (InputStream in = Mapping.class.getResourceAsStream("mappings/" + name + ".mapping")) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its mapping " + name);
      }
      return ofText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The mapping's own name. */
  public String name() { return layout.name(); }

  /** For the library itself; the type is not exported. */
  public Layout layout() { return layout; }
}
