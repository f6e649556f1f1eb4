using System.Security.Authentication;

namespace Dashserv.Api.Trust;

/// <summary>The server's certificate is not one to send a token to; the message says why and what to do.</summary>
internal sealed class CertificateRefusedException(string message) : AuthenticationException(message);
