// SPDX-License-Identifier: Apache-2.0
/** XML without document types, read in small pieces. */
@NullMarked
package org.groundwork.statements.internal.xml;

import org.jspecify.annotations.NullMarked;
