// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit log of a local says, opened with the keys of the running product. */
public final class Audited {
  private Audited() {}

  /** One text an entry, oldest first: action, subject's kind and identity, who acted, detail; a line each. */
  public static List<String> in(FoundedLocal local) {
    var product = Product.shared();
    UUID of = local.id().value();
    return local.read(() -> product.bean(JdbcClient.class)
        .sql("select id, payload from platform.audit_entry where local_id = ? and payload is not null order by id")
        .param(of)
        .query((rs, i) -> {
          UUID id = Objects.requireNonNull(rs.getObject(1, UUID.class));
          byte[] opened = product.bean(AuditKeys.class).open(of, id, Objects.requireNonNull(rs.getBytes(2))).payload();
          return new String(opened, java.nio.charset.StandardCharsets.UTF_8);
        })
        .list());
  }
}
