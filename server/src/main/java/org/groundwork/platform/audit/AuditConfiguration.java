// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.Tick;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.MenuEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  AuditKeys auditKeys(KeyStore store) { return new AuditKeys(store); }

  @Bean
  Sealer sealer(DataSource database, Transactions transactions, Locals locals, Clock clock) {
    return new Sealer(new JdbcTemplate(database), transactions, locals, clock);
  }

  @Bean
  Audit audit(JdbcClient jdbc, AuditKeys keys, Sealer sealer, Ids ids, Clock clock, SecureRandom random) {
    return new Audit(jdbc, keys, sealer::mark, ids, new Audit.Source(clock, random));
  }

  @Bean
  Tick auditTick(Sealer sealer) { return new Tick("sealing of the audit log", Duration.ofSeconds(1), sealer::round); }

  @Bean
  MenuEntry auditEntry() { return MenuEntry.of(50, "audit.title", "audit", "scroll-text", Power.AUDIT); }

  @Bean
  AuditLooks auditLooks(JdbcClient jdbc, AuditKeys keys) { return new AuditLooks(jdbc, keys); }

  @Bean
  AuditLog auditLog(JdbcClient jdbc, AuditKeys keys, ObjectProvider<SubjectNames> names) {
    return new AuditLog(jdbc, keys, names.stream().toList());
  }
}
