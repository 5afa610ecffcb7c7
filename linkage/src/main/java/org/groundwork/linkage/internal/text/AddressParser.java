// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.text;

import java.util.List;
import org.groundwork.linkage.Address;
import org.groundwork.linkage.PostalAddress;

/** Takes a written address apart and brings each part into one form. */
public final class AddressParser {
  private final List<String> words;
  private int at;
  private int end;
  private String postcode = "";

  private AddressParser(List<String> words) {
    this.words = words;
    this.end = words.size();
  }

  /** The comparable form; parts that cannot be found are empty. */
  public static Address parse(PostalAddress raw) {
    var parser = new AddressParser(Words.ofAddress(raw.line()));
    return parser.read(raw);
  }

  private Address read(PostalAddress raw) {
    takePostcode(raw.postcode());
    skipCareOf();
    String box = postBox();
    if (!box.isEmpty()) {
      return new Address(box, "", "", postcode);
    }
    String house = house();
    house = house.isEmpty() ? houseBehind() : house;
    String street = street();
    String own = UnitWords.unit(words.subList(at, end));
    String given = UnitWords.unit(Words.ofAddress(raw.unit()));
    return new Address(house, street, given.isEmpty() ? own : given, postcode);
  }

  private void takePostcode(String given) {
    List<String> own = Words.ofAddress(given);
    if (!own.isEmpty()) {
      postcode = own.size() == 1 ? zip(own.getFirst()) : String.join("", own);
      if (end > 2 && zip(words.get(end - 1)).equals(postcode)) {
        end--;
      }
    } else if (end > 2 && isZip(words.get(end - 1))) {
      postcode = zip(words.get(--end));
    }
  }

  /** Five digits; of nine (hyphen dropped) the first five. */
  private static String zip(String word) {
    return word.length() == 9 && isNumber(word) ? word.substring(0, 5) : word;
  }

  private static boolean isZip(String word) { return (word.length() == 5 || word.length() == 9) && isNumber(word); }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private void skipCareOf() {
    boolean careOf = end > 2
        && ((words.get(0).equals("C") && words.get(1).equals("O")) || words.get(0).equals("CO")
            || words.get(0).equals("ATTN"));
    if (!careOf) {
      return;
    }
    for (int i = 1; i < end; i++) {
      if (Character.isDigit(words.get(i).charAt(0)) || isBox(i)) {
        at = i;
        return;
      }
    }
  }

  private boolean isBox(int i) {
    String w = words.get(i);
    return (w.equals("PO") || w.equals("POB") || w.equals("POBOX") || w.equals("BOX")
        || (w.equals("P") && i + 1 < end && words.get(i + 1).equals("O")));
  }

  private String postBox() {
    if (at >= end || !isBox(at)) {
      return "";
    }
    for (int i = at; i < end; i++) {
      if (Character.isDigit(words.get(i).charAt(0))) {
        return "POBOX " + words.get(i);
      }
    }
    return "";
  }

  private String house() {
    if (at >= end) {
      return "";
    }
    String first = words.get(at);
    String number = StreetWords.NUMBERS.getOrDefault(first, first);
    if (!Character.isDigit(number.charAt(0)) || end - at < 2) {
      return "";
    }
    at++;
    String next = words.get(at);
    boolean letter = next.length() == 1 && Character.isLetter(next.charAt(0)) && end - at > 2
        && !StreetWords.DIRECTIONS.containsKey(next) && !StreetWords.TYPES.containsKey(words.get(at + 1));
    if (letter) {
      at++;
      return number + next;
    }
    return number;
  }

  /** The house number behind the street, as much of the world writes it. */
  private String houseBehind() {
    if (end - at < 2 || !Character.isDigit(words.get(end - 1).charAt(0))) {
      return "";
    }
    return words.get(--end);
  }

  private String street() {
    int stop = streetEnd();
    var street = new StringBuilder();
    for (int i = at; i < stop; i++) {
      if (i > at) {
        street.append(' ');
      }
      street.append(StreetWords.canonical(words.get(i)));
    }
    at = stop;
    String name = street.toString();
    return StreetWords.ALIASES.getOrDefault(name, name);
  }

  private int streetEnd() {
    for (int i = at; i < end; i++) {
      if (endsStreet(i)) {
        return afterDirections(i + 1);
      }
      if (i == at && StreetWords.LEADING_TYPES.contains(words.get(i)) && i + 1 < end) {
        return words.get(i + 1).equals("OF") ? Math.min(end, i + 4) : i + 2;
      }
      if (i > at && UnitWords.startsUnit(words.get(i))) {
        return i;
      }
    }
    return end;
  }

  private boolean endsStreet(int i) {
    String word = words.get(i);
    return StreetWords.WHOLE.contains(word) || (i > at && StreetWords.TYPES.containsKey(word));
  }

  private int afterDirections(int from) {
    int i = from;
    while (i < end
        && (StreetWords.LONG_DIRECTIONS.contains(words.get(i)) || StreetWords.TYPES.containsKey(words.get(i)))) {
      i++;
    }
    return i;
  }
}
