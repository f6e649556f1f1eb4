using Google.Protobuf;

namespace TerraformPlugin.Server;

/// <summary>One method of a gRPC service as data, so that hosting binds all of them as one closed type.</summary>
/// <param name="Service">The service's full name, such as <c>tfplugin6.Provider</c>.</param>
/// <param name="Name">The method's name, such as <c>ReadResource</c>.</param>
/// <param name="RequestParser">Reads one request message.</param>
internal abstract record RpcMethod(string Service, string Name, MessageParser RequestParser);
