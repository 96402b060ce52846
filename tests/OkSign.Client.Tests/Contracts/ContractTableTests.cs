using System.Reflection;
using Refit;

namespace OkSign.Client.Tests.Contracts;

/// <summary>The table is whole: no operation without a contract, and each contract is that of a Refit method.</summary>
public sealed class ContractTableTests
{
    private static readonly Type[] ApiInterfaces =
        [.. TypesOfTheService().Where(type => type.IsInterface && RefitMethodsOf(type).Any())];

    [Fact]
    public void Contracts_ComparedWithRefitMethods_AreTheSameRequests()
    {
        IEnumerable<string> methods = ApiInterfaces.SelectMany(RefitMethodsOf).Select(RequestOf);

        IEnumerable<string> contracts = ContractTable.All.Select(contract => $"{contract.Method} {contract.Path}");

        Assert.Equal(methods.Order(), contracts.Order());
    }

    [Fact]
    public void Contracts_ComparedWithOperations_HaveTheSameNames()
    {
        IEnumerable<string> contracts = ContractTable.All.Select(contract => contract.Operation);

        Assert.Equal(DeclaredOperations().Select(operation => operation.Name).Order(), contracts.Order());
    }

    [Fact]
    public void Contracts_OfAllOperations_AreThirtyThree() => Assert.Equal(33, ContractTable.All.Count);

    [Fact]
    public void Operations_OfEachMethod_HaveTheClassThatGoesWithIt()
    {
        Dictionary<string, OperationClass> classes = DeclaredOperations().ToDictionary(operation => operation.Name, operation => operation.Class);

        Assert.All(ContractTable.All, contract => Assert.Equal(ExpectedClassOf(contract), classes[contract.Operation]));
    }

    [Fact]
    public void Contracts_EachOne_HasAModelAnswer()
        => Assert.All(ContractTable.All, contract => Assert.Single(contract.Answers, answer => answer.IsModel));

    /// <summary>What the method says; a POST is unsafe unless it is known to be harmless when repeated.</summary>
    private static OperationClass ExpectedClassOf(Contract<OkSignClient> contract)
        => contract.Method switch
        {
            "GET" => OperationClass.Read,
            "DELETE" => OperationClass.Delete,
            _ => contract.Operation switch
            {
                "Signerid.calculate" => OperationClass.Read,
                "Contacts.upload" or "Contacts.remove" or "Orgtokeninfo.update" => OperationClass.IdempotentWrite,
                _ => OperationClass.UnsafeWrite,
            },
        };

    private static IEnumerable<Operation> DeclaredOperations()
        => TypesOfTheService()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Operation))
            .Select(field => (Operation)field.GetValue(null)!);

    private static IEnumerable<Type> TypesOfTheService()
        => typeof(OkSignClient).Assembly.GetTypes().Where(type => type.Namespace == typeof(OkSignClient).Namespace);

    private static IEnumerable<MethodInfo> RefitMethodsOf(Type type)
        => type.GetMethods().Where(method => method.GetCustomAttribute<HttpMethodAttribute>(inherit: true) is not null);

    private static string RequestOf(MethodInfo method)
    {
        HttpMethodAttribute attribute = method.GetCustomAttribute<HttpMethodAttribute>(inherit: true)!;
        return $"{attribute.Method} {attribute.Path}";
    }
}
