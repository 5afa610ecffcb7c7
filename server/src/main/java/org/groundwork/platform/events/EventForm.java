// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.tenancy.LocalId;

/** What an event may look like, checked when its class is first published and by a test over all classes. */
public final class EventForm {
  private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z][a-z-]*/[1-9][0-9]*");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Set<Class<?>> ALLOWED = Set.of(UUID.class, LocalId.class, SubjectRef.class, Instant.class,
      LocalDate.class, boolean.class, int.class, long.class);

  private EventForm() {}

  /** What is wrong with the class, each a sentence for its author; empty if it may be published. */
  public static List<String> complaints(Class<?> event) {
    var complaints = new ArrayList<String>();
    if (!event.isRecord()) {
      complaints.add(event.getName() + " is no record: an event never changes");
      return complaints;
    }
    var type = event.getAnnotation(EventType.class);
    if (type == null || !NAME.matcher(type.value()).matches()) {
      complaints.add(event.getName() + " needs @EventType(\"module.what-happened/1\")");
    }
    for (RecordComponent component : event.getRecordComponents()) {
      if (!allowed(component)) {
        complaints.add(event.getName() + "." + component.getName() + " is a " + component.getType().getSimpleName()
            + ": an event carries identifiers, numbers, dates, enums and @Key words, never text about people");
      }
    }
    return complaints;
  }

  private static boolean allowed(RecordComponent component) {
    Class<?> type = component.getType();
    return ALLOWED.contains(type) || type.isEnum()
        || (type == String.class && component.isAnnotationPresent(Key.class));
  }

  /** The stored name of an event's class. */
  static String nameOf(Class<? extends DomainEvent> event) {
    var complaints = complaints(event);
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
    return event.getAnnotation(EventType.class).value();
  }

  /** Refuses an event whose {@link Key} components are not words. */
  static void requireWords(DomainEvent event) {
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      if (component.isAnnotationPresent(Key.class) && !KEY.matcher(word(event, component)).matches()) {
        throw new IllegalArgumentException(event.getClass().getName() + "." + component.getName() + " is not a word");
      }
    }
  }

  private static String word(DomainEvent event, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return String.valueOf(accessor.invoke(event));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
