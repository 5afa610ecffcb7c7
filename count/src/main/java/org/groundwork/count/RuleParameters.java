// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a rule by name, as a record of a count states them and a call changes them. A name is that of the
 * component of {@link Rule} or {@link Marks}, as in {@code to-the-end}; so are the words of a value. {@code yes} and
 * {@code no} stand for a truth value, {@code any} for {@link Marks#ANY}.
 */
public final class RuleParameters {
  private RuleParameters() {}

  /** All of a rule, in the order in which it lists them. */
  public static Map<String, String> of(Rule rule) {
    var all = new LinkedHashMap<String, String>();
    collect((Record) rule, all);
    return all;
  }

  /** Those in which a rule differs from a named one of its kind. */
  public static Map<String, String> changed(NamedRule named, Rule rule) {
    Map<String, String> changed = of(rule);
    Map<String, String> usual = of(named.rule());
    changed.entrySet().removeIf(each -> each.getValue().equals(usual.get(each.getKey())));
    return changed;
  }

  /**
   * The same rule with another value of one parameter.
   *
   * @throws IllegalArgumentException when the rule has no such parameter or it cannot have that value; the message says what
   *           there is
   */
  public static Rule with(Rule rule, String name, String value) {
    if (!of(rule).containsKey(name)) {
      throw new IllegalArgumentException("this rule has no parameter \"" + name + "\"; "
          + (of(rule).isEmpty() ? "it has none" : "it has " + String.join(", ", of(rule).keySet())));
    }
    return (Rule) changed((Record) rule, name, value);
  }

  private static void collect(Record part, Map<String, String> all) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = value(part, component);
      if (value instanceof Record inner) {
        collect(inner, all);
      } else {
        all.put(words(component.getName()), said(value));
      }
    }
  }

  private static Record changed(Record part, String name, String value) {
    RecordComponent[] components = part.getClass().getRecordComponents();
    Object[] values = Arrays.stream(components).map(each -> {
      Object old = value(part, each);
      if (old instanceof Record inner) {
        return changed(inner, name, value);
      }
      return words(each.getName()).equals(name) ? read(name, each.getType(), value) : old;
    }).toArray();
    try {
      return part.getClass()
          .getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
          .newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(
          Optional.ofNullable(refused.getCause()).map(Throwable::getMessage).orElse("this cannot be"), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a rule can be made anew", impossible);
    }
  }

  private static Object value(Record part, RecordComponent component) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a rule can be read", impossible);
    }
  }

  private static String said(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? "yes" : "no";
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Integer number when number == Marks.ANY -> "any";
      default -> value.toString();
    };
  }

  private static Object read(String name, Class<?> type, String value) {
    if (type == boolean.class) {
      return switch (value) {
        case "yes" -> true;
        case "no" -> false;
        default -> throw new IllegalArgumentException(name + " is yes or no, not \"" + value + "\"");
      };
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> said(each).equals(value))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name + " is one of "
              + String.join(", ", Arrays.stream(type.getEnumConstants()).map(RuleParameters::said).toList())
              + ", not \""
              + value
              + "\""));
    }
    if (type == int.class && value.equals("any")) {
      return Marks.ANY;
    }
    if (!value.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + " is a whole number, not \"" + value + "\"");
    }
    return type == int.class ? (Object) Integer.valueOf(value) : Long.valueOf(value);
  }

  /** {@code toTheEnd} as {@code to-the-end}. */
  private static String words(String component) {
    return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
