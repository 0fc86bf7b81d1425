package dk.effektspor;

import dk.effektspor.platform.security.EndpointAccessWalk;

/** Every endpoint of both sides, with every role and with none. */
@BothSides
class EndpointAccessTest extends EndpointAccessWalk {}
