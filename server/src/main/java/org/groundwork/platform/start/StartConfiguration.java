// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of this package put into the menu. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

  @Bean
  MenuEntry devicesEntry() { return MenuEntry.signedIn(20, "devices.title", "/me/devices", "smartphone"); }

  @Bean
  MenuEntry mandatesEntry() { return MenuEntry.of(40, "mandates.title", "mandates", "key-round", Power.ADMINISTER); }

  /** For whoever holds an office, in a session that lets them exercise it. */
  @Bean
  MenuEntry wayBackEntry() {
    return new MenuEntry(60, "way-back.title", "way-back", "life-buoy", caller -> caller instanceof Caller.Actor actor
        && actor.withheld().isEmpty() && actor.mandates().stream().anyMatch(held -> held.role() != Role.MEMBER));
  }
}
