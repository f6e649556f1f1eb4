namespace TerraformPlugin.Hosting.Rpc;

/// <summary>
/// The "service class" that gRPC asks for. It is empty on purpose: deriving from a generated base costs one generic instantiation
/// for each method at every start, while methods bound as data share a single one.
/// </summary>
internal sealed class RpcHost;
