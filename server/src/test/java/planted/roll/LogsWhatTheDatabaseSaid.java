// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL quotes values in its messages: (name)=(…) already exists. */
public final class LogsWhatTheDatabaseSaid {
  private static final Logger log = LoggerFactory.getLogger(LogsWhatTheDatabaseSaid.class);

  public void failed(SQLException e) { log.warn("not saved: {}", e.getMessage()); }
}
