// Debian's Qt is not built with ThreadSanitizer, which therefore sees no order between the thread that posts an event and the one that
// gets it, and calls every hand-over of ours a race. This tells it of the orders Qt keeps: a posted event, a function for a pool, the end
// of a thread, and a call that waits for its answer.

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThreadPool>

#include <dlfcn.h>

#include <functional>
#include <memory>

extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);
int __sanitizer_install_malloc_and_free_hooks(void (*onMalloc)(const volatile void *, std::size_t), void (*onFree)(const volatile void *));
}

namespace {

constexpr std::size_t LargestEvent = 256;

/// Stands for "all that any thread has done so far".
char everything;

// An event is made by the thread that posts it: what that thread did before is ordered before the event's delivery.
void onMalloc(const volatile void *memory, std::size_t size)
{
    if (size <= LargestEvent) {
        __tsan_release(const_cast<void *>(memory));
    }
    __tsan_release(&everything);
}

void onFree(const volatile void *)
{
    __tsan_release(&everything);
}

bool onEvent(void **data)
{
    __tsan_acquire(data[1]);
    return false;
}

[[maybe_unused]] const bool isInstalled = [] {
    __sanitizer_install_malloc_and_free_hooks(&onMalloc, &onFree);
    return QInternal::registerCallback(QInternal::EventNotifyCallback, &onEvent);
}();

template <class Function> Function inQt(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

// The linker takes these instead of Qt's own for what is called from our code.
#define QT_WAIT "_ZN7QThread4waitE14QDeadlineTimer"
#define QT_INVOKE "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"
#define QT_START "_ZN11QThreadPool5startESt8functionIFvvEEi"

bool waitForThread(void *thread, QDeadlineTimer deadline) asm(QT_WAIT);
bool waitForThread(void *thread, QDeadlineTimer deadline)
{
    static const auto call = inQt<bool (*)(void *, QDeadlineTimer)>(QT_WAIT);
    const bool isOver = call(thread, deadline);
    __tsan_acquire(&everything);
    return isOver;
}

bool invokeMethod(void *object, void *slot, Qt::ConnectionType type, void *result) asm(QT_INVOKE);
bool invokeMethod(void *object, void *slot, Qt::ConnectionType type, void *result)
{
    static const auto call = inQt<bool (*)(void *, void *, Qt::ConnectionType, void *)>(QT_INVOKE);
    const bool isDone = call(object, slot, type, result);
    if (type == Qt::BlockingQueuedConnection) {
        __tsan_acquire(&everything);
    }
    return isDone;
}

void startInPool(void *pool, std::function<void()> function, int priority) asm(QT_START);
void startInPool(void *pool, std::function<void()> function, int priority)
{
    static const auto call = inQt<void (*)(void *, std::function<void()>, int)>(QT_START);
    const auto token = std::make_shared<char>();
    __tsan_release(token.get());
    call(
        pool,
        [token, function = std::move(function)] {
            __tsan_acquire(token.get());
            function();
        },
        priority);
}
