// Debian's Qt is not built with ThreadSanitizer, which therefore sees no order between the thread that posts an event and the one that
// gets it, and calls every hand-over of ours a race. This tells it of the orders Qt keeps: a posted event, a function for a pool, the end
// of a thread, and a call that waits for its answer.

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThreadPool>

#include <dlfcn.h>

#include <array>
#include <bit>
#include <cstdint>
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

/// Stands for a piece of memory, which may be gone when ThreadSanitizer is told of it; two that share a place are taken for one.
quint64 *placeOf(const volatile void *memory)
{
    static std::array<quint64, 1U << 16U> places;
    return &places.at((std::bit_cast<std::uintptr_t>(memory) >> 4U) % places.size());
}

/// The last small pieces of memory that this thread has asked for: one of them may be an event that is being filled.
class Recent {
public:
    void add(quint64 *place)
    {
        m_places.at(m_next) = place;
        m_next = (m_next + 1) % m_places.size();
    }
    void release() const
    {
        for (quint64 *place : m_places) {
            if (place != nullptr) {
                __tsan_release(place);
            }
        }
    }

private:
    std::array<quint64 *, 16> m_places {};
    std::size_t m_next = 0;
};

thread_local Recent recent;

// An event is made by the thread that posts it: what that thread does before it goes on is ordered before the event's delivery.
void onMalloc(const volatile void *memory, std::size_t size)
{
    if (size <= LargestEvent) {
        recent.add(placeOf(memory));
    }
    recent.release();
    __tsan_release(&everything);
}

void onFree(const volatile void *)
{
    recent.release();
    __tsan_release(&everything);
}

bool onEvent(void **data)
{
    __tsan_acquire(placeOf(data[1]));
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

bool invokeMethod(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result) asm(QT_INVOKE);
bool invokeMethod(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static const auto call = inQt<bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(QT_INVOKE);
    if (type != Qt::BlockingQueuedConnection) {
        return call(object, slot, type, result);
    }
    char before = 0;
    char after = 0;
    const auto ordered = [&] {
        __tsan_acquire(&before);
        std::array<void *, 1> arguments {result};
        slot->call(object, arguments.data());
        __tsan_release(&after);
    };
    __tsan_release(&before);
    const bool isDone = call(object, new QtPrivate::QFunctorSlotObject<decltype(ordered), 0, QtPrivate::List<>, void>(ordered), type, nullptr);
    __tsan_acquire(&after);
    slot->destroyIfLastRef();
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
