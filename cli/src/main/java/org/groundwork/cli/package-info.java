// SPDX-License-Identifier: Apache-2.0
/**
 * Command-line tools over the libraries, usable by an outsider without the server.
 */
@NullMarked
package org.groundwork.cli;

import org.jspecify.annotations.NullMarked;
