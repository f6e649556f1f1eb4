namespace Dashserv.Provider.Configuration;

/// <summary>The API is needed in a plan whose provider configuration depends on what is not there yet.</summary>
internal sealed class UnknownConfigurationException() : Exception(
    "The provider's configuration depends on a value that is only known after apply, and this needs the API now. "
    + "Apply what the provider's configuration depends on first, for example with -target.");
