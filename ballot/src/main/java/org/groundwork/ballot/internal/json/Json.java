// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.json;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.groundwork.ballot.Reason;
import org.groundwork.ballot.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into maps, lists, texts, whole numbers ({@link Long}) and booleans, and refuses everything else: a name twice,
 * fractions, {@code null}, deep nesting, more text after the value.
 */
public final class Json {
  private static final int DEPTH = 16;
  private static final int TEXT = 1 << 20;
  private static final int NAME = 64;
  private static final int DIGITS = 18;
  /** So many values one text holds at most: a text of brackets takes thirty times its length in memory. */
  private static final int VALUES = 16_000_000;
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(DEPTH)
          .maxStringLength(TEXT)
          .maxNameLength(NAME)
          .maxNumberLength(DIGITS)
          .build())
      .build();

  /** The mark of the order of bytes, which some programs write before a text. */
  private static final char MARK = '\ufeff';

  private int values;

  private Json() {}

  /** The value that these bytes are. */
  public static Node read(byte[] bytes) { return read(bytes, 0, bytes.length); }

  /** The value that a part of these bytes is. */
  public static Node read(byte[] bytes, int from, int length) {
    mustBeUtf8(bytes, from, length);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length)) {
      parser.nextToken();
      Object value = new Json().value(parser);
      end(parser);
      return new Node(value, null, "");
    } catch (JacksonException e) {
      throw refused(e);
    }
  }

  /**
   * That bytes are UTF-8 in the one way to write it, without a mark of their order: the parser would take other encodings,
   * and longer forms of characters, and see a text where other tools see another.
   */
  private static void mustBeUtf8(byte[] bytes, int from, int length) {
    int signs = 0;
    boolean zero = false;
    for (int i = from; i < from + length; i++) {
      signs |= bytes[i];
      zero |= bytes[i] == 0;
    }
    try {
      if (zero || (signs < 0 && strictly().decode(ByteBuffer.wrap(bytes, from, length)).get(0) == MARK)) {
        throw notUtf8();
      }
    } catch (CharacterCodingException _) {
      throw notUtf8();
    }
  }

  private static CharsetDecoder strictly() {
    return StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static Refused notUtf8() { return new Refused(Reason.MALFORMED, "", "text that is not UTF-8"); }

  /** Reads a list of texts, however long, one after the other. */
  public static void texts(InputStream in, Consumer<String> each) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(),
        new InputStreamReader(in, strictly()))) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new Refused(Reason.MALFORMED, "", "a list of texts is expected");
      }
      for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token != JsonToken.VALUE_STRING) {
          throw new Refused(Reason.MALFORMED, "", "a list of texts is expected");
        }
        each.accept(parser.getString());
      }
      end(parser);
    } catch (JacksonException e) {
      throw refused(e);
    }
  }

  private static void end(JsonParser parser) {
    if (parser.nextToken() != null) {
      throw new Refused(Reason.MALFORMED, "", "something follows the end of the JSON");
    }
  }

  private static Refused refused(JacksonException e) {
    if (e instanceof JacksonIOException failed) {
      if (failed.getCause() instanceof CharacterCodingException) {
        return notUtf8();
      }
      throw new UncheckedIOException(failed.getCause());
    }
    String message = e.getOriginalMessage();
    if (message != null && message.startsWith("Duplicate Object property")) {
      return new Refused(Reason.DUPLICATE_KEY, "", "a name stands twice in one object");
    }
    if (e instanceof StreamConstraintsException) {
      return new Refused(Reason.TOO_LARGE, "", "nested too deeply, or a text or number too long");
    }
    return new Refused(Reason.MALFORMED, "", "no JSON");
  }

  private Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new Refused(Reason.MALFORMED, "", "no JSON");
    }
    if (++values > VALUES) {
      throw new Refused(Reason.TOO_LARGE, "", "more values than are read");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new Refused(Reason.MALFORMED, "", "a fraction, or nothing where something has to be");
    };
  }

  private Map<String, Object> object(JsonParser parser) {
    var object = new LinkedHashMap<String, Object>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private List<Object> list(JsonParser parser) {
    var list = new ArrayList<Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }
}
