// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class EventFormTest {

  /** Planted: what an event must not be. */
  @EventType("test.planted/1")
  record WithAName(UUID person, String name) {}

  /** Planted: a list hides what it lists. */
  @EventType("test.planted/1")
  record WithAList(List<String> names) {}

  /** Planted: without a version. */
  @EventType("test.planted")
  record WithoutVersion(UUID person) {}

  /** Planted: can change. */
  @EventType("test.planted/1")
  static final class NoRecord {
    String name = "";
  }

  @Test
  void everyEventOfTheProductHasTheForm() throws Exception {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
    var events = scanner.findCandidateComponents("org.groundwork");
    assertThat(events).as("events found on the class path").isNotEmpty();
    for (var event : events) {
      assertThat(EventForm.complaints(Class.forName(event.getBeanClassName()))).isEmpty();
    }
  }

  @Test
  void complainsOfTextInAnEvent() {
    assertThat(EventForm.complaints(WithAName.class)).singleElement().asString().contains("WithAName.name is a String");
    assertThat(EventForm.complaints(WithAList.class)).singleElement().asString().contains("WithAList.names is a List");
  }

  @Test
  void complainsOfANameWithoutVersion() {
    assertThat(EventForm.complaints(WithoutVersion.class)).singleElement().asString().contains("@EventType");
  }

  @Test
  void complainsOfAnEventThatCanChange() {
    assertThat(EventForm.complaints(NoRecord.class)).singleElement().asString().contains("no record");
  }

  @Test
  void refusesAKeyThatIsASentence() {
    var event = new TestListeners.Counted(UUID.randomUUID(), 1, "Maria in 3B");
    assertThatThrownBy(() -> EventForm.requireWords(event)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind")
        .hasMessageNotContaining("Maria");
  }
}
