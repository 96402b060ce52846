namespace OkSign.Emulator.Http;

/// <summary>The operations of one resource of the service.</summary>
internal interface IOperationGroup
{
    /// <summary>Declares the operations: names, methods, paths and handlers.</summary>
    void Map(OperationRoutes routes);
}
