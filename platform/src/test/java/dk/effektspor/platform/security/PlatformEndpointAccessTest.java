package dk.effektspor.platform.security;

@PlatformTest
class PlatformEndpointAccessTest extends EndpointAccessWalk {}
